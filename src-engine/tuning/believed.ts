// Remembers what was found out, by what was asked, for as long as it is believed: other programs come and go, and may change a text.

const BELIEVED_MS = 10 * 60_000;

export class Believed<Answer> {
  private readonly answers = new Map<string, { answer: Answer; foundMs: number }>();

  get(question: string): Answer | undefined {
    this.forgetOld();
    return this.answers.get(question)?.answer;
  }

  set(question: string, answer: Answer): void {
    this.answers.set(question, { answer, foundMs: performance.now() });
  }

  private forgetOld(): void {
    const nowMs = performance.now();
    for (const [question, { foundMs }] of this.answers)
      if (nowMs - foundMs > BELIEVED_MS) this.answers.delete(question);
  }
}
