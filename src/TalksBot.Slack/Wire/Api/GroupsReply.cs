using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>An answer with groups in it.</summary>
internal sealed record GroupsReply(IReadOnlyList<UserGroup> Usergroups);
