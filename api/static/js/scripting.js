// Runs before the page is painted, so that what only scripts can do never flashes in or out.
document.documentElement.classList.add("js");
