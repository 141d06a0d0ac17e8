import type { CommandDefinition } from "./cli/command.ts";
import { auditFairnessCommand } from "./commands/audit-fairness.ts";
import { backupCommand } from "./commands/backup.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { gatewayCommand } from "./commands/gateway.ts";
import { importCommand } from "./commands/import.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { policyBacktestCommand } from "./commands/policy-backtest.ts";
import { policyFeeCommand } from "./commands/policy-fee.ts";
import { policyCheckCommand } from "./commands/policy-check.ts";
import { policyApproveCommand, policyPublishCommand } from "./commands/policy-publish.ts";
import { policyDiffCommand } from "./commands/policy-diff.ts";
import { policyVectorsCommand } from "./commands/policy-vectors.ts";
import { policyRenderCommand } from "./commands/policy-render.ts";
import { policyVerifyCommand } from "./commands/policy-verify.ts";
import { quoteCommand } from "./commands/quote.ts";
import { replayCommand } from "./commands/replay.ts";
import { restoreCommand } from "./commands/restore.ts";
import { serveCommand } from "./commands/serve.ts";
import { startCommand } from "./commands/start.ts";
import { verifyLetterCommand } from "./commands/verify-letter.ts";
import { workCommand } from "./commands/work.ts";

/**
 * Every command of `makegood`, in the order of its help. A definition is data and loads nothing:
 * what a command needs it imports when it runs.
 */
export const commands: readonly CommandDefinition[] = [
  startCommand,
  serveCommand,
  workCommand,
  migrateCommand,
  importCommand,
  policyCheckCommand,
  policyVerifyCommand,
  policyRenderCommand,
  policyDiffCommand,
  policyVectorsCommand,
  policyBacktestCommand,
  policyFeeCommand,
  policyPublishCommand,
  policyApproveCommand,
  auditFairnessCommand,
  quoteCommand,
  verifyLetterCommand,
  replayCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  gatewayCommand,
];
