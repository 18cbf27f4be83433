import { type AgentConfig, serializeAgentConfig, wordingOf } from '@petal/core/model'
import { Button, Spinner } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import type { AgentPicture, DrawPicture } from '../../share/AgentPicture.ts'
import { writePngText } from '../../share/pngText.ts'
import { writeSvgText } from '../../share/svgText.ts'
import { agentFileName, download } from '../../storage/downloadText.ts'
import { UNNAMED } from '../../storage/toAgentDraft.ts'
import { useWorkspaceState } from '../../storage/WorkspaceContext.tsx'
import { ExportFault } from './ExportFault.tsx'
import { useExportWay } from './useExportWay.ts'

interface ExportPictureProps {
  readonly config: AgentConfig
  readonly drawPicture: DrawPicture
}

/** What the canvas shows, with the agent in it: a picture to look at that can be imported again. */
export function ExportPicture({ config, drawPicture }: ExportPictureProps) {
  const text = useWorkspaceState((state) => state.viewedText) ?? serializeAgentConfig(config)
  const { fault, perform } = useExportWay()
  const { picture, problem } = usePicture(drawPicture)
  const save = (extension: 'svg' | 'png', make: (drawn: AgentPicture) => Promise<Blob>) =>
    perform(async () => {
      if (picture === undefined) return undefined
      const fileName = agentFileName(config.name ?? UNNAMED, extension)
      download(fileName, await make(picture))
      return t('Downloaded {fileName}', { fileName })
    })
  return (
    <>
      <p className="text-ink-soft">
        {t(
          'The canvas as it is now, with the agent in it: import the picture and it is here again. Programs that shrink or edit pictures leave the agent out.',
        )}
      </p>
      <Preview picture={picture} />
      <ExportFault fault={fault ?? problem} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button disabled={picture === undefined} icon={<Download />} onClick={() => save('svg', toSvgFile(text))}>
          {t('Download SVG')}
        </Button>
        <Button
          variant="primary"
          disabled={picture === undefined}
          icon={<Download />}
          onClick={() => save('png', toPngFile(text))}
        >
          {t('Download PNG')}
        </Button>
      </div>
    </>
  )
}

function toSvgFile(text: string) {
  return async ({ svg }: AgentPicture) => new Blob([writeSvgText(svg, text)], { type: 'image/svg+xml' })
}

function toPngFile(text: string) {
  return async (picture: AgentPicture) => {
    const png = new Uint8Array(await (await picture.toPng()).arrayBuffer())
    return new Blob([await writePngText(png, text)], { type: 'image/png' })
  }
}

function usePicture(drawPicture: DrawPicture) {
  const editor = useEditorInstance()
  const [picture, setPicture] = useState<AgentPicture>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let current = true
    drawPicture(editor).then(
      (drawn) => (current ? setPicture(drawn) : undefined),
      (fault) =>
        setProblem(
          t('The picture could not be drawn: {value}', {
            value: wordingOf(fault).said,
          }),
        ),
    )
    return () => {
      current = false
    }
  }, [editor, drawPicture])
  return { picture, problem }
}

function Preview({ picture }: { readonly picture: AgentPicture | undefined }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (picture === undefined) return
    const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }))
    setAddress(url)
    return () => URL.revokeObjectURL(url)
  }, [picture])
  return (
    <div className="flex h-56 items-center justify-center overflow-hidden rounded-md border border-line bg-canvas">
      {address === undefined ? (
        <Spinner label={t('Drawing the picture')} />
      ) : (
        <img src={address} alt={t('The agent as it will look')} className="max-h-full max-w-full" />
      )}
    </div>
  )
}
