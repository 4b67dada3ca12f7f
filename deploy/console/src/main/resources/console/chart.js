/** Bars over the last hours. */
import uPlot from "./lib/uplot/uPlot.esm.js";

const HEIGHT = 180;
const HOUR_SECONDS = 3600;

function colour(name) {
  // light-dark() is resolved where it is used, not where it is declared.
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const seen = getComputedStyle(probe).color;
  probe.remove();
  return seen;
}

const hour = (seconds) => new Date(seconds * 1000).toLocaleTimeString(undefined, { hour: "numeric" });

/**
 * Draws into a place, and again when the numbers or its width change.
 * @param {HTMLElement} place
 * @param {{label: string, colour: string}[]} series
 * @param {(value: number) => string} format
 * @param {AbortSignal} signal
 * @returns {(hours: number[], values: number[][]) => void} the beginning of each hour in seconds, values of each series
 */
export function bars(place, series, format, signal) {
  const axis = { stroke: colour("faint"), grid: { stroke: colour("line") }, ticks: { stroke: colour("line") } };
  const chart = new uPlot(
    {
      width: Math.max(200, place.clientWidth),
      height: HEIGHT,
      legend: { live: false },
      cursor: { show: false },
      scales: { x: { range: (_, from, to) => [from - HOUR_SECONDS, to + HOUR_SECONDS] }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
      axes: [{ ...axis, space: 60, values: (_, ticks) => ticks.map(hour) }, { ...axis, size: 90, values: (_, ticks) => ticks.map(format) }],
      series: [
        {},
        ...series.map(({ label, colour: name }) => ({
          label,
          stroke: colour(name),
          fill: colour(name),
          paths: uPlot.paths.bars({ size: [0.6, 40] }),
          points: { show: false },
        })),
      ],
    },
    [[], ...series.map(() => [])],
    place,
  );
  const size = new ResizeObserver(() => chart.setSize({ width: Math.max(200, place.clientWidth), height: HEIGHT }));
  size.observe(place);
  signal.addEventListener("abort", () => {
    size.disconnect();
    chart.destroy();
  });
  return (hours, values) => chart.setData([hours, ...values]);
}
