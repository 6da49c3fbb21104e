// Puts live charts in the place of the drawn ones: what a mark says under the pointer, buttons that show and hide, and
// saving as a picture. The drawn chart stays for those who listen; nothing is lost if this does not run.
const own = document.querySelector("script[data-plotly]");
const still = { displayModeBar: false, responsive: true, doubleClick: false };

function load(address) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

function button(words, className) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.append(words);
  return made;
}

// One button for each series, pressed while it is shown.
function toggles(figure, series, live) {
  const group = document.createElement("div");
  group.className = "toggles";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", figure.dataset.toggles);
  for (const one of series) {
    const made = button(one.name, "toggle");
    const sign = document.createElement("span");
    sign.setAttribute("aria-hidden", "true");
    sign.style.color = one.colour;
    sign.textContent = one.sign;
    made.prepend(sign);
    made.setAttribute("aria-pressed", "true");
    made.addEventListener("click", () => {
      const shown = made.getAttribute("aria-pressed") !== "true";
      made.setAttribute("aria-pressed", String(shown));
      window.Plotly.restyle(live, { visible: shown }, one.traces);
    });
    group.append(made);
  }
  return group;
}

// The picture carries its title, as the page does.
function save(figure, live, title) {
  const layout = { ...live.layout, title: { text: title, font: { size: 18 }, x: 0.02, xanchor: "left", automargin: true } };
  const width = Math.max(live.offsetWidth, 720);
  window.Plotly.downloadImage(
    { data: live.data, layout: { ...layout, width, height: live.offsetHeight + 60 } },
    { format: "png", scale: 2, width, height: live.offsetHeight + 60, filename: figure.dataset.name },
  );
}

async function enliven(figure) {
  const drawn = figure.querySelector(".drawn");
  const { data, layout, series, title, least } = JSON.parse(figure.querySelector("script").textContent);
  const live = document.createElement("div");
  live.className = "live";
  live.style.minWidth = `${least}px`; // a grid of many columns scrolls
  const frame = document.createElement("div");
  frame.className = "live-frame";
  frame.setAttribute("aria-hidden", "true");
  frame.append(live);
  drawn.after(frame);
  await window.Plotly.newPlot(live, data, layout, still);
  drawn.classList.add("hidden-visually");
  if (series.length) frame.before(toggles(figure, series, live));
  const saving = button(figure.dataset.save, "link-button");
  saving.addEventListener("click", () => save(figure, live, title));
  frame.after(saving);
  figure.dataset.live = "";
}

// On a phone the drawn charts stay: there is no room for more, and the library is large.
const roomy = (figure) => figure.offsetWidth >= 480;

async function begin() {
  const figures = [...document.querySelectorAll("[data-chart]")].filter(roomy);
  if (!figures.length) return;
  await Promise.all([load(own.dataset.plotly), document.fonts?.ready]);
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      enliven(target);
    }
  }, { rootMargin: "600px" });
  figures.forEach((figure) => watch.observe(figure));
}

if (own) begin();
