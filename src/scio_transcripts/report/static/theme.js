// Light or dark: as the system is, until the reader chooses. Runs before anything is drawn.
"use strict";
(() => {
  const KEY = "scio-transcripts-theme";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const read = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const write = (theme) => { try { localStorage.setItem(KEY, theme); } catch { /* a folder may have no storage */ } };
  const now = () => document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");

  const kept = read();
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const say = () => {
      const other = now() === "dark" ? "light" : "dark";
      button.textContent = other === "dark" ? "Dark" : "Light";
      button.setAttribute("aria-label", `${button.textContent}: change to ${other} colours`);
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      const theme = now() === "dark" ? "light" : "dark";
      document.documentElement.dataset.theme = theme;
      write(theme);
      say();
    });
    dark.addEventListener("change", say);
    say();
  });
})();
