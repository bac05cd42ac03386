/** Whether one digit is smaller than another. */
type DigitBelow<A extends string, B extends string> = A extends B ? false : "0123456789" extends `${string}${A}${string}${B}${string}` ? true : false;

/** Whether the first of two rows of digits is smaller at the first difference; what follows a shorter row is zeros. */
type RowBelow<A extends string, B extends string> = B extends `${infer B0}${infer BRest}`
  ? A extends `${infer A0}${infer ARest}`
    ? A0 extends B0
      ? RowBelow<ARest, BRest>
      : DigitBelow<A0, B0>
    : B0 extends "0"
      ? RowBelow<"", BRest>
      : true
  : false;

/** Whether a row of digits is shorter than another. */
type Shorter<A extends string, B extends string> = A extends `${string}${infer ARest}` ? (B extends `${string}${infer BRest}` ? Shorter<ARest, BRest> : false) : B extends "" ? false : true;

type Whole<Text extends string> = Text extends `${infer Integer}.${string}` ? Integer : Text;
type Fraction<Text extends string> = Text extends `${string}.${infer Digits}` ? Digits : "";

/** Whether a positive decimal number is smaller than another. */
type PositiveBelow<A extends string, B extends string> =
  Shorter<Whole<A>, Whole<B>> extends true
    ? true
    : Shorter<Whole<B>, Whole<A>> extends true
      ? false
      : Whole<A> extends Whole<B>
        ? RowBelow<Fraction<A>, Fraction<B>>
        : RowBelow<Whole<A>, Whole<B>>;

type TextBelow<A extends string, B extends string> = A extends `-${infer APositive}`
  ? B extends `-${infer BPositive}`
    ? PositiveBelow<BPositive, APositive>
    : true
  : B extends `-${string}`
    ? false
    : PositiveBelow<A, B>;

/**
 * Whether one number is smaller than another, for the compiler: `true` or `false` for literals, `unknown` where it cannot
 * tell: a number that is known at run time only, one written with an exponent.
 */
export type IsBelow<A extends number, B extends number> = number extends A ? unknown : number extends B ? unknown : `${A}${B}` extends `${string}e${string}` ? unknown : TextBelow<`${A}`, `${B}`>;
