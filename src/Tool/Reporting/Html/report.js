'use strict';
const table = document.getElementById('requests');
if (table) {
  const [filter, state, shown] = ['filter', 'state', 'shown'].map((id) => document.getElementById(id));
  const rows = [...table.tBodies[0].rows];
  const cell = (row, column) => row.cells[column].textContent;

  const show = () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word)) || (state.value !== '' && cell(row, 2) !== state.value);
    }
    shown.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} requests`;
  };

  const headers = [...table.tHead.rows[0].cells];
  const sort = (column) => {
    const isAscending = headers[column].getAttribute('aria-sort') !== 'ascending';
    headers.forEach((header) => header.removeAttribute('aria-sort'));
    headers[column].setAttribute('aria-sort', isAscending ? 'ascending' : 'descending');
    const order = new Intl.Collator('en', { numeric: true }).compare;
    rows.sort((one, other) => order(cell(one, column), cell(other, column)) * (isAscending ? 1 : -1));
    table.tBodies[0].append(...rows);
  };

  headers.forEach((header, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    button.addEventListener('click', () => sort(column));
    header.replaceChildren(button);
  });
  filter.addEventListener('input', show);
  state.addEventListener('change', show);
  filter.closest('p').hidden = false;
  show();
}

// What is folded up would not be printed.
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((details) => (details.open = true)));
