/** Chart.js with the parts that our charts use, and no others. Loaded after the page stands. */
import { Chart, Filler, LinearScale, LineElement, PointElement, ScatterController, Tooltip } from 'chart.js';

Chart.register(Filler, LinearScale, LineElement, PointElement, ScatterController, Tooltip);

export { Chart };
