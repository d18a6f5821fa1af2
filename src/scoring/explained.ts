/**
 * Results whose explanation is written when it is first read: texts are long, and most are never looked at.
 * Classes and not object literals with getters, so that all results of a kind share one shape; rules read millions of them.
 */
import type { Decimal } from "../model/decimal";
import type { Explanation } from "../model/explanation";
import type { ComparedNumbers, GradeWord, IndicatorStatus, Obstacle, ScoredFunds, ScoredIndicator } from "../model/review";

type Write = () => Explanation;

export class ExplainedIndicator implements ScoredIndicator {
  constructor(
    readonly status: IndicatorStatus,
    readonly numbers: ComparedNumbers | null,
    readonly obstacle: Obstacle | null,
    readonly ruleScore: Decimal | null,
    readonly standing: Decimal | null,
    private readonly write: Write,
  ) {}

  get explanation(): Explanation {
    return this.write();
  }
}

export class ExplainedFunds implements ScoredFunds {
  constructor(
    readonly rate: Decimal,
    readonly score: Decimal | null,
    private readonly writeRate: Write,
    private readonly writeScore: Write,
  ) {}

  get rateExplanation(): Explanation {
    return this.writeRate();
  }

  get scoreExplanation(): Explanation {
    return this.writeScore();
  }
}

export class ExplainedTotal {
  constructor(
    readonly weight: Decimal,
    readonly score: Decimal | null,
    private readonly write: Write,
  ) {}

  get explanation(): Explanation {
    return this.write();
  }
}

export class ExplainedGrade {
  constructor(
    readonly word: GradeWord,
    private readonly write: Write,
  ) {}

  get explanation(): Explanation {
    return this.write();
  }
}
