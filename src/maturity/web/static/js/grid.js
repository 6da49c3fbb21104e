// Sorts the grid in its place: the same as the server does when this does not run.
const table = document.querySelector("[data-grid]");

// The number in a cell, whatever sign stands before the decimals; nothing where there is none.
function valueOf(row, column) {
  const shown = row.cells[column].textContent.trim();
  const value = Number.parseFloat(shown.replace("−", "-").replace(",", "."));
  return Number.isNaN(value) ? null : value;
}

function order(column, byName, up) {
  const way = up ? 1 : -1;
  if (byName) return (a, b) => way * a.cells[0].textContent.trim().localeCompare(b.cells[0].textContent.trim(), document.documentElement.lang);
  return (a, b) => {
    const [one, other] = [valueOf(a, column), valueOf(b, column)];
    if (one === null || other === null) return (one === null) - (other === null);
    return way * (one - other);
  };
}

function sort(button) {
  const head = button.closest("th");
  const wanted = button.value;
  const up = !wanted.startsWith("-");
  const by = wanted.replace(/^-/, "");
  const body = table.tBodies[1];
  body.append(...[...body.rows].sort(order(head.cellIndex, by === "name", up)));
  for (const other of table.tHead.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  button.value = up ? `-${by}` : by;
  const address = new URL(location.href);
  address.searchParams.set("sort", wanted);
  history.replaceState(null, "", address);
  const kept = button.form.querySelector("[data-sort]");
  if (kept) kept.value = wanted;
  document.querySelector("[data-told]").textContent = table.dataset.sorted.replace("{column}", button.textContent.trim());
}

table?.tHead.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=sort]");
  if (!button) return;
  event.preventDefault();
  sort(button);
});
