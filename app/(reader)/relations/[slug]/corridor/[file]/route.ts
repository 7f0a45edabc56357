import { answerChart, missing, shown } from '../../../../chart-file'
import { corridorPicture } from '../file'

export const dynamic = 'force-dynamic'

/** The corridor's map as a file: `map.svg`, `map.png`, `map.pdf`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
): Promise<Response> {
  const { slug, file } = await params
  return answerChart(request, `${slug}-corridor`, file, async (actor, name, asked) => {
    if (name !== 'map') throw missing({ field: 'chart', code: 'nothingToDraw', values: { value: shown(name) } })
    return corridorPicture(request, actor, slug, name, asked)
  })
}
