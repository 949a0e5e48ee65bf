/** How many scenarios a draw takes unless told otherwise. */
export const DRAW_SIZE = 40;
