import { settingsOf, type Fields } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { settingSchema, type Setting } from "../schema.js";
import { replaceFields, setFields, type Editor } from "./editor.js";
import { placedInsert } from "./placed-insert.js";

/**
 * Edits of an insert's two settings, A and B, of which one is live: heard, shown and changed by all other edits. The
 * other waits. Bypass and mix belong to the insert, not to a setting.
 *
 * - B begins as the plugin at its defaults, as in FabFilter's plugins: the first switch compares with the plugin as it
 *   was put in. Who wants to go on from A copies it to B.
 * - Switching is a step of undo, for undo must lead back through what was heard in its order, and never change
 *   behind one's back the setting that waits. To keep listening out of the history, switches in a row are one step,
 *   and none when they end where they began.
 * - Copying goes from the live setting to the other, so that it never changes what is heard. It is a step of its own.
 * - Undoing a change that was made under A after a switch to B takes two steps: back to A, then the change.
 */
export class SettingEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Makes the other setting the live one. */
  switch(insertId: string): void {
    const { insert, fields, label } = placedInsert(this.#editor, insertId);
    const next = insert.compare?.live === "B" ? "A" : "B";
    this.#editor.edit(`Switch ${label} to ${next}`, () => setFields(fields, { live: next }), { joins: `switch ${insertId}` });
  }

  /** Makes the other setting the same as the live one. */
  copy(insertId: string): void {
    const { insert, fields, label } = placedInsert(this.#editor, insertId);
    const { params, state, preset } = insert;
    const direction = insert.compare?.live === "B" ? "B to A" : "A to B";
    this.#editor.edit(`Copy ${direction} in ${label}`, () => {
      const { other } = settingsOf(fields);
      replaceFields(paramsOf(other), params);
      setFields(other, { state, preset });
    });
  }

  /**
   * Sets the parameters that a preset states and says where they come from.
   * @param values - of all parameters: what is left out stays as it is.
   */
  loadPreset(insertId: string, preset: NonNullable<Setting["preset"]>, values: Setting["params"]): void {
    const { fields, label } = placedInsert(this.#editor, insertId);
    const checked = check(settingSchema, { preset, params: values }, `The preset ${preset.name}`);
    this.#editor.edit(`Preset ${preset.name} for ${label}`, () => {
      const { live } = settingsOf(fields);
      setFields(paramsOf(live), checked.params);
      setFields(live, { preset: checked.preset });
    });
  }

  /** Says that the live setting is this preset, for instance because it was just saved as one. */
  namePreset(insertId: string, preset: NonNullable<Setting["preset"]>): void {
    const { fields, label } = placedInsert(this.#editor, insertId);
    const checked = check(settingSchema.shape.preset, preset, `The preset ${preset.name}`);
    this.#editor.edit(`Save preset ${preset.name} of ${label}`, () => setFields(settingsOf(fields).live, { preset: checked }));
  }
}

function paramsOf(setting: Fields): Fields {
  return setting.get("params") as Fields;
}
