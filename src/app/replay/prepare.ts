import { join } from "node:path";
import type { Closing } from "../cli/closing.ts";
import type { Opened } from "../compose/open.ts";
import { attachGateway } from "../gateway/attach.ts";
import { connectAccount } from "../gateway/account.ts";
import { retailAccount } from "./account.ts";
import { retailMerchant } from "./merchant.ts";

/** Whose the Online Retail file is, and which account its money came through. */
export interface RetailShop {
  readonly merchantId: string;
  readonly gatewayAccount: string;
}

/** The shop of the file with its account at the gateway, made when they are not there yet. */
export async function prepareRetail(
  { platform, settings }: Opened,
  closing: Closing,
  address = `http://localhost:${settings.port}`,
): Promise<RetailShop> {
  const merchantId = await retailMerchant(platform);
  const gateway = await attachGateway(join(settings.dataFolder, "gateway"));
  closing.add(() => gateway.release());
  await connectAccount(platform, merchantId, retailAccount, { address, gatewayUrl: gateway.url });
  return { merchantId, gatewayAccount: retailAccount.account };
}
