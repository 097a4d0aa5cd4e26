namespace Symbiosis.Cli.Wording;

/// <summary>Help texts and sentences about servers and explanations.</summary>
internal static class ServerMessages
{
    public static readonly Message ServerOption = new("Server to plan on, http://HOST:PORT or https://HOST:PORT; absent: this process.", "用于计算的服务器 http://HOST:PORT 或 https://HOST:PORT;不填则在本进程内计算。");
    public static readonly Message ApiKeyOption = new("Key for the server. Better in SYMBIOSIS_API_KEY: other users see command lines.", "服务器密钥。建议放在 SYMBIOSIS_API_KEY 中：命令行对其他用户可见。");
    public static readonly Message CaCertificateOption = new("PEM file of the authorities to trust for https, in place of the machine's.", "https 所信任的证书机构 PEM 文件，取代本机的设置。");

    public static readonly Message AddressWrong = new("--server is '{0}'; it must be an address such as https://planner.example:5443.", "--server 为“{0}”；应为地址，例如 https://planner.example:5443。");
    public static readonly Message ServerMissing = new("{0} goes with --server only.", "{0} 只能与 --server 一起使用。");
    public static readonly Message NotWithServer = new("{0} does not go with --server: the model is built there.", "{0} 不能与 --server 一起使用：模型在服务器上建立。");
    public static readonly Message CertificateUnreadable = new("'{0}' holds no certificates in PEM: {1}", "“{0}”不含 PEM 证书：{1}");
    public static readonly Message KeyInCleartext = new("Warning: the key goes to {0} unencrypted; use https://.", "警告：密钥将以明文发往 {0};请使用 https://。");

    public static readonly Message Unreachable = new("The server {0} cannot be reached: {1}", "无法连接服务器 {0}：{1}");
    public static readonly Message WrongPort = new("The port of {0} does not speak HTTP/2. Name the server's port for gRPC.", "{0} 的端口不支持 HTTP/2;请指定服务器的 gRPC 端口。");
    public static readonly Message Refused = new("The server {0} does not accept the key: {1}", "服务器 {0} 不接受该密钥：{1}");
    public static readonly Message RefusedWithoutKey = new("The server {0} wants a key: {1} Give it in SYMBIOSIS_API_KEY.", "服务器 {0} 需要密钥：{1} 请在 SYMBIOSIS_API_KEY 中给出。");
    public static readonly Message NoRoom = new("The server {0} has no room now: {1}", "服务器 {0} 目前繁忙：{1}");
    public static readonly Message NoRoomUntil = new("The server {0} has no room now: {1} Try again in {2} s.", "服务器 {0} 目前繁忙：{1} 请在 {2} 秒后重试。");
    public static readonly Message NotOurs = new("{0} is no server of this program, or an older one: {1}", "{0} 不是本程序的服务器，或版本过旧：{1}");
    public static readonly Message WrongRequest = new("The server {0} does not accept the request: {1}", "服务器 {0} 不接受该请求：{1}");
    public static readonly Message Failed = new("The server {0} failed ({1}): {2}", "服务器 {0} 出现故障（{1}）：{2}");
    public static readonly Message NoAnswer = new("The server {0} ended the call without an answer.", "服务器 {0} 结束了调用而没有给出结果。");
    public static readonly Message Omitted = new("{0} more did not fit into the server's answer.", "另有 {0} 项未能放入服务器的回答。");
    public static readonly Message Cancelling = new(
        "Cancelling; the server keeps nothing of this search. With --time-limit it gives its best plan at the limit.",
        "正在取消；服务器不保留此次搜索的任何结果。用 --time-limit 可在到时得到目前最好的方案。");

    public static readonly Message Explain = new("Says why two plants are not coupled, and at which price they would be.", "说明两家企业为何未耦合，以及在什么价格下才合算。");
    public static readonly Message FromOption = new("Donor: a plant's id.", "供方企业标识。");
    public static readonly Message ToOption = new("Receiver: a plant's id.", "受方企业标识。");
    public static readonly Message FlowOption = new("What would flow: a carrier's or a material's id.", "流动的载体或物料标识。");
    public static readonly Message OptionMissing = new("{0} is missing.", "缺少 {0}。");
    public static readonly Message PairTitle = new("{0} -> {1}: {2}", "{0} -> {1}：{2}");
    public static readonly Message FindingCoupled = new("The best plan couples them.", "最优方案已将其耦合。");
    public static readonly Message FindingImpossible = new("They cannot be coupled ({0}).", "无法耦合（{0}）。");
    public static readonly Message FindingDoesNotPay = new("They can be coupled, and it does not pay.", "可以耦合，但不合算。");
    public static readonly Message FindingUndecided = new("The search ended too early to tell.", "搜索过早结束，无法判断。");
    public static readonly Message Missing = new("Missing worth: {0} {3} (by the proven bounds {1} to {2}).", "价值缺口：{0} {3}（按已证明的界限为 {1} 至 {2}）。");
    public static readonly Message BreakEven = new("Worth today: {0} {2}. It pays from {1} {2}.", "目前价值：{0} {2}，达到 {1} {2} 时合算。");
    public static readonly Message AmountAt = new("Least is missing with {0}.", "数量为 {0} 时缺口最小。");
    public static readonly Message CostOfBoth = new("Best plan: {0}. With the pair: {1}.", "最优方案：{0}；耦合后：{1}。");
    public static readonly Message CnyPerKwh = new("CNY/kWh", "元/kWh");
    public static readonly Message CnyPerTonne = new("CNY/t", "元/t");
}
