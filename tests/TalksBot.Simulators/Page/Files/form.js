import { el } from "./dom.js";

/** A modal with its fields. `submit` gives complaints by field, or nothing when the form was taken. */
export function openForm(dialog, frame, fields, submit, failed, done) {
  const complaints = new Map();
  const inputs = fields.map(one => {
    const complaint = el("p", { class: "complaint", hidden: true });
    complaints.set(one.id, complaint);
    return el("label", { class: "entry" }, el("span", {}, one.label, one.required ? el("b", { title: "required" }, " *") : null), one.hint ? el("small", {}, one.hint) : null, control(one), complaint);
  });
  const close = el("button", { type: "button", class: "button secondary", click: () => dialog.close() }, "Cancel");
  const send = frame.submit ? el("button", { type: "submit", class: "button primary" }, frame.submit) : null;
  const form = el("form", {}, el("h2", {}, frame.title), frame.lead, inputs, el("div", { class: "row end" }, close, send));
  form.addEventListener("submit", async event => {
    event.preventDefault();
    send.disabled = true;
    complaints.forEach(one => { one.hidden = true; });
    try {
      const faults = await submit(read(form, fields));
      if (faults) {
        Object.entries(faults).forEach(([id, words]) => {
          complaints.get(id).textContent = words;
          complaints.get(id).hidden = false;
        });
      } else if (dialog.firstElementChild === form) {
        dialog.close();
      }
    } catch (fault) {
      failed(fault);
    } finally {
      send.disabled = false;
      done();
    }
  });
  dialog.replaceChildren(form);
  if (!dialog.open) {
    dialog.showModal();
  }
}

function control(one) {
  const common = { name: one.id, required: one.required, placeholder: one.placeholder };
  if (one.options) {
    return el("select", { ...common, multiple: one.many }, one.many || one.required ? null : el("option", { value: "" }, "–"),
      one.options.map(option => el("option", { value: option.value, selected: option.default || option.value === one.value }, option.label)));
  }

  if (one.long) {
    const area = el("textarea", { ...common, rows: 4, maxlength: one.most, minlength: one.least });
    area.value = one.value ?? "";
    return area;
  }

  return el("input", { ...common, type: one.kind ?? "text", maxlength: one.most, minlength: one.least, value: one.value });
}

function read(form, fields) {
  const said = new FormData(form);
  return Object.fromEntries(fields.map(one => [one.id, one.many ? said.getAll(one.id) : said.get(one.id) ?? ""]).filter(([, value]) => value.length > 0));
}
