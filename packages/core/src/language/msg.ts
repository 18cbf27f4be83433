/**
 * Marks a text that is translated where it is shown, by `t`: texts of tables are made before the language is known.
 * It gives the text back as it is.
 */
export function msg<Text extends string>(text: Text): Text {
  return text
}
