/** WeChat Pay v3 error codes with their HTTP status (GATEWAYS 1.1; developer guide 4014959631). */
export const gatewayErrors = {
  PARAM_ERROR: { status: 400, message: "参数错误" },
  INVALID_REQUEST: { status: 400, message: "请求参数符合参数格式，但不符合业务规则" },
  SIGN_ERROR: { status: 401, message: "签名错误" },
  NOT_ENOUGH: { status: 403, message: "基本账户余额不足，请充值后重新发起" },
  NO_AUTH: { status: 403, message: "没有退款权限" },
  USER_ACCOUNT_ABNORMAL: { status: 403, message: "用户账户注销" },
  MCH_NOT_EXISTS: { status: 404, message: "商户号不存在" },
  RESOURCE_NOT_EXISTS: { status: 404, message: "订单不存在" },
  FREQUENCY_LIMITED: { status: 429, message: "频率限制，该笔退款为受理中" },
  SYSTEM_ERROR: { status: 500, message: "系统超时" },
  SERVICE_UNAVAILABLE: { status: 503, message: "服务不可用" },
} as const;

export type GatewayErrorCode = keyof typeof gatewayErrors;

/** An answer that is not 200. Real 4xx and 5xx answers carry no signature headers. */
export type GatewayError = { readonly code: GatewayErrorCode; readonly message: string };

export function gatewayError(code: GatewayErrorCode, message?: string): GatewayError {
  return { code, message: message ?? gatewayErrors[code].message };
}

export function isGatewayErrorCode(code: string): code is GatewayErrorCode {
  return Object.hasOwn(gatewayErrors, code);
}
