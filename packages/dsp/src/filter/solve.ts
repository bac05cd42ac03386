/**
 * Solves a symmetric positive definite system in place by elimination without pivoting. `@audioThread`
 * @param matrix - row-major with a stride of 4; only the upper triangle is read. Destroyed.
 * @param vector - the right-hand side; receives the solution.
 * @param size - unknowns, 1…4.
 */
export function solveInPlace(matrix: Float64Array, vector: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const pivot = matrix[i * 4 + i]!;
    for (let j = i + 1; j < size; j++) {
      const ratio = matrix[i * 4 + j]! / pivot;
      for (let k = j; k < size; k++) matrix[j * 4 + k] = matrix[j * 4 + k]! - ratio * matrix[i * 4 + k]!;
      vector[j] = vector[j]! - ratio * vector[i]!;
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i]!;
    for (let k = i + 1; k < size; k++) sum -= matrix[i * 4 + k]! * vector[k]!;
    vector[i] = sum / matrix[i * 4 + i]!;
  }
}
