// Choosing all clients at once, or none.
const all = document.querySelector("[data-all]");

function choose(chosen) {
  for (const box of document.querySelectorAll('input[name="clients"]')) box.checked = chosen;
}

if (all) {
  all.hidden = false;
  all.querySelector("[data-choose]").addEventListener("click", () => choose(true));
  all.querySelector("[data-leave]").addEventListener("click", () => choose(false));
}
