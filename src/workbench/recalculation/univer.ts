/** The only door to Univer: one formula at a time, over cells that are held here. Which, and in what order, is decided elsewhere. */
import { type ICellData, LocaleType, LogLevel, ObjectMatrix, Univer, UniverInstanceType, type Workbook } from "@univerjs/core";
import {
  type BaseReferenceObject,
  type BaseValueObject,
  type ArrayValueObject,
  type CalculateFormulaService,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  ICalculateFormulaService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  UniverFormulaEnginePlugin,
} from "@univerjs/engine-formula";
import type { CellValue } from "../../model/grid";
import type { Evaluator } from "./calculation";
import { cellData, resultValue } from "./cell-data";
import type { Filled, FormulaCell, Spot } from "./protocol";
import { readReferences, type Reference } from "./references";

const UNIT = "workbook";
/** A range of more cells than any form has keeps the engine busy for seconds. */
const MOST_CELLS = 200_000;

interface SheetItem {
  readonly cellData: ObjectMatrix<ICellData>;
  rowCount: number;
  columnCount: number;
  readonly rowData: Record<string, never>;
  readonly columnData: Record<string, never>;
}

export class UniverEvaluator implements Evaluator {
  private readonly sheets: readonly SheetItem[];
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly service: CalculateFormulaService;
  private readonly runtime: IFormulaRuntimeService;

  constructor(names: readonly string[]) {
    const univer = new Univer({ locale: LocaleType.ZH_CN, locales: { [LocaleType.ZH_CN]: {} }, logLevel: LogLevel.SILENT });
    univer.registerPlugin(UniverFormulaEnginePlugin);
    // Plugins start with the first workbook. It stays empty: the engine is handed the cells below.
    const workbook = univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, { id: UNIT });
    const injector = univer.__getInjector();
    this.service = injector.get(ICalculateFormulaService) as CalculateFormulaService;
    this.runtime = injector.get(IFormulaRuntimeService);
    this.sheets = names.map(() => ({ cellData: new ObjectMatrix<ICellData>({}), rowCount: 1, columnCount: 1, rowData: {}, columnData: {} }));
    this.indexes = new Map(names.map((name, index) => [name, index]));
    const config = injector.get(IFormulaCurrentConfigService);
    config.load({
      allUnitData: { [UNIT]: Object.fromEntries(this.sheets.map((sheet, index) => [String(index), sheet])) },
      unitSheetNameMap: { [UNIT]: Object.fromEntries(names.map((name, index) => [name, String(index)])) },
      unitStylesData: { [UNIT]: workbook.getStyles() },
      formulaData: {},
      arrayFormulaCellData: {},
      arrayFormulaRange: {},
      forceCalculate: false,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
    });
    config.setExecuteUnitId(UNIT);
  }

  fill(sheet: number, cells: readonly Filled[]): void {
    for (const [row, col, value] of cells) this.set({ sheet, row, col }, value);
  }

  set({ sheet, row, col }: Spot, value: CellValue): void {
    const item = this.sheets[sheet];
    if (!item) throw new RangeError(`no sheet ${sheet}`);
    const data = cellData(value);
    if (data) item.cellData.setValue(row - 1, col - 1, data);
    else item.cellData.realDeleteValue(row - 1, col - 1);
    item.rowCount = Math.max(item.rowCount, row);
    item.columnCount = Math.max(item.columnCount, col);
  }

  async evaluate({ sheet, row, col, formula }: FormulaCell): Promise<CellValue | null> {
    const item = this.sheets[sheet];
    const { references, complete, settled } = readReferences(formula);
    // Square brackets, which no complete reading has, put the engine's reader out of step for all that comes later.
    if (!item || !complete || !settled || !this.makeRoom(sheet, references)) return null;
    // Ranges and look-ups are kept from formula to formula, although cells have changed since.
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    CELL_INVERTED_INDEX_CACHE.clear();
    this.runtime.setCurrent(row - 1, col - 1, item.rowCount, item.columnCount, String(sheet), UNIT);
    try {
      const found = await this.service.calculate(`=${withoutPrefixes(formula)}`);
      return found ? valueOf(found as BaseReferenceObject | BaseValueObject) : null;
    } catch {
      // A formula over which the engine stumbles is one more that it cannot do; the others go on.
      return null;
    }
  }

  /** The engine knows no cell beyond a sheet's end; whole columns and rows reach as far as the sheet is used. */
  private makeRoom(home: number, references: readonly Reference[]): boolean {
    for (const { sheet: name, area, whole } of references) {
      const item = this.sheets[name === null ? home : (this.indexes.get(name) ?? -1)];
      if (!item) continue;
      const bottom = whole ? Math.min(area.bottom, item.rowCount) : area.bottom;
      const right = whole ? Math.min(area.right, item.columnCount) : area.right;
      if ((bottom - area.top + 1) * (right - area.left + 1) > MOST_CELLS) return false;
      item.rowCount = Math.max(item.rowCount, bottom);
      item.columnCount = Math.max(item.columnCount, right);
    }
    return true;
  }
}

/** Functions younger than the file format are written with a prefix that the engine does not know. */
function withoutPrefixes(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|\b_xlfn\.(?:_xlws\.)?/gi, (match) => (match.startsWith('"') ? match : ""));
}

/** Null: several cells at once, or something that no cell can hold. */
function valueOf(found: BaseReferenceObject | BaseValueObject): CellValue | null {
  if (found.isAsyncObject() || found.isAsyncArrayObject()) return null;
  const value = found.isReferenceObject() ? (found as BaseReferenceObject).toArrayValueObject() : (found as BaseValueObject);
  if (!value.isArray()) return single(value);
  const array = value as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? single(array.getFirstCell()) : null;
}

function single(value: BaseValueObject): CellValue | null {
  if (value.isNull()) return resultValue(null, false);
  const result = value.getValue();
  return typeof result === "object" && result !== null ? null : resultValue(result as never, value.isError());
}
