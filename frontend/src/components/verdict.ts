/** A rule's verdict in a word, and the tone it is shown in. */
export type Tone = 'good' | 'bad' | 'near' | 'plain' | 'action';

const verdicts: Record<string, { word: string; tone: Tone }> = {
  PASS: { word: '通过', tone: 'good' },
  FAIL: { word: '不通过', tone: 'bad' },
  WARN: { word: '提示', tone: 'near' },
  NA: { word: '不适用', tone: 'plain' },
};

export function verdictOf(verdict: string): { word: string; tone: Tone } {
  return verdicts[verdict] ?? { word: verdict, tone: 'plain' };
}
