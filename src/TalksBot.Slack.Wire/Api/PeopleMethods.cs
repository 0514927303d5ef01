using System.Text.Json;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Who is who (slack.md §2).</summary>
public sealed class PeopleMethods
{
    private const int MostMembers = 10_000;

    private readonly ApiTransport _transport;

    internal PeopleMethods(ApiTransport transport) => _transport = transport;

    /// <summary><c>users.info</c>: name and zone among others.</summary>
    public async Task<SlackAnswer<SlackUser>> GetAsync(string user, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.UserInfo, RequestBody.Form(("user", user))), WireJson.Default.UserReply, cancellationToken);
        return answer.Select(reply => reply.User);
    }

    /// <summary><c>usergroups.list</c>: the groups in use.</summary>
    public async Task<SlackAnswer<IReadOnlyList<UserGroup>>> ListGroupsAsync(CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.GroupList, RequestBody.Form()), WireJson.Default.GroupsReply, cancellationToken);
        return answer.Select(reply => reply.Usergroups);
    }

    /// <summary><c>usergroups.users.list</c>: the ids of a group's members.</summary>
    public Task<SlackAnswer<IReadOnlyList<string>>> ListMembersAsync(string group, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(ApiMethod.GroupMembers, RequestBody.Form(("usergroup", group))),
            root => Json.Property(root, "users") is { ValueKind: JsonValueKind.Array } users
                ? Json.Texts(users, MostMembers)
                : throw new JsonException("There is no list."),
            cancellationToken);
}

/// <summary>An answer with groups in it.</summary>
internal sealed record GroupsReply(IReadOnlyList<UserGroup> Usergroups);

/// <summary>An answer with a person in it.</summary>
internal sealed record UserReply(SlackUser User);
