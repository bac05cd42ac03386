interface OutcomeProps {
  readonly text: string;
  readonly score: number;
  readonly onNext: () => void;
}

/** How a round went, and the next one. */
export function Outcome({ text, score, onNext }: OutcomeProps) {
  return (
    <div className="practice-outcome" role="status">
      <b>{Math.round(score)}</b>
      <span>{text}</span>
      <button type="button" className="hr-button primary" onClick={onNext}>
        Next round
      </button>
    </div>
  );
}
