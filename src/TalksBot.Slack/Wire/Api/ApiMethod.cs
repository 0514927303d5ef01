using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Api;

/// <summary>A method of the Web API with its limit and credential (slack.md §2).</summary>
internal sealed record ApiMethod(string Name, Tier Tier, TokenKind Token = TokenKind.Bot)
{
    public static ApiMethod AuthTest { get; } = new("auth.test", Tier.Hundreds);

    public static ApiMethod OpenConnection { get; } = new("apps.connections.open", Tier.Three, TokenKind.App);

    public static ApiMethod Post { get; } = new("chat.postMessage", Tier.Posting);

    public static ApiMethod Update { get; } = new("chat.update", Tier.Three);

    public static ApiMethod Delete { get; } = new("chat.delete", Tier.Three);

    public static ApiMethod PostEphemeral { get; } = new("chat.postEphemeral", Tier.Four);

    public static ApiMethod ChannelInfo { get; } = new("conversations.info", Tier.Three);

    public static ApiMethod ChannelList { get; } = new("conversations.list", Tier.Two);

    public static ApiMethod Join { get; } = new("conversations.join", Tier.Three);

    public static ApiMethod OpenDirect { get; } = new("conversations.open", Tier.Three);

    public static ApiMethod History { get; } = new("conversations.history", Tier.Three);

    public static ApiMethod Replies { get; } = new("conversations.replies", Tier.Three);

    public static ApiMethod AddPin { get; } = new("pins.add", Tier.Two);

    public static ApiMethod RemovePin { get; } = new("pins.remove", Tier.Two);

    public static ApiMethod UserInfo { get; } = new("users.info", Tier.Four);

    public static ApiMethod GroupList { get; } = new("usergroups.list", Tier.Two);

    public static ApiMethod GroupMembers { get; } = new("usergroups.users.list", Tier.Two);

    public static ApiMethod OpenView { get; } = new("views.open", Tier.Four);

    public static ApiMethod UploadTicket { get; } = new("files.getUploadURLExternal", Tier.Four);

    public static ApiMethod CompleteUpload { get; } = new("files.completeUploadExternal", Tier.Four);

    public static ApiMethod FileInfo { get; } = new("files.info", Tier.Four);

    /// <summary>Bytes to the address of an upload.</summary>
    public static ApiMethod Upload { get; } = new("(upload)", Tier.Free, TokenKind.None);

    /// <summary>An answer to a response address.</summary>
    public static ApiMethod Respond { get; } = new("(response)", Tier.Free, TokenKind.None);
}
