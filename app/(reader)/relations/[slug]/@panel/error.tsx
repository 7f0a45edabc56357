'use client'

import words from '@/lib/i18n/en/evidence.json'

export default function PanelError() {
  return <p>{words.failed}</p>
}
