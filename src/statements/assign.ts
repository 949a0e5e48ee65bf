/**
 * The one-to-one assignment of rows to columns with the greatest sum of weights; a row or column may stay without one.
 * The Hungarian method by potentials, O(n³): a greedy choice can take a column that another row needs more.
 * Source: H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research Logistics Quarterly 2 (1955).
 *
 * @param weights rows of equal length, each weight ≥ 0; 0 assigns nothing
 * @returns for each row its column, or null
 * @example assign([[0.9, 0.8], [0.8, 0]]) // => [1, 0]
 */
export function assign(weights: readonly (readonly number[])[]): (number | null)[] {
  const size = Math.max(weights.length, weights[0]?.length ?? 0);
  const cost = (row: number, column: number) => -(weights[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Array<number>(size + 1).fill(0);
  const columnPotential = new Array<number>(size + 1).fill(0);
  const rowOf = new Array<number>(size + 1).fill(0); // by column, from 1; 0: free
  for (let row = 1; row <= size; row += 1) {
    const came = new Array<number>(size + 1).fill(0);
    const slack = new Array<number>(size + 1).fill(Infinity);
    const done = new Array<boolean>(size + 1).fill(false);
    rowOf[0] = row;
    let column = 0;
    while (rowOf[column] !== 0) {
      done[column] = true;
      const from = rowOf[column]!;
      let [least, next] = [Infinity, 0];
      for (let to = 1; to <= size; to += 1) {
        if (done[to]) continue;
        const reduced = cost(from, to) - rowPotential[from]! - columnPotential[to]!;
        if (reduced < slack[to]!) [slack[to], came[to]] = [reduced, column];
        if (slack[to]! < least) [least, next] = [slack[to]!, to];
      }
      for (let to = 0; to <= size; to += 1) {
        if (done[to]) {
          rowPotential[rowOf[to]!] = rowPotential[rowOf[to]!]! + least;
          columnPotential[to] = columnPotential[to]! - least;
        } else slack[to] = slack[to]! - least;
      }
      column = next;
    }
    for (; column !== 0; column = came[column]!) rowOf[column] = rowOf[came[column]!]!;
  }
  const assigned = new Array<number | null>(weights.length).fill(null);
  for (let column = 1; column <= size; column += 1) {
    const row = rowOf[column]!;
    if (row <= weights.length && cost(row, column) < 0) assigned[row - 1] = column - 1;
  }
  return assigned;
}
