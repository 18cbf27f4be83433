// Components are tested as they look: with the real stylesheet.
import './gallery/gallery.css'
