using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Roles;

/// <summary>Shows who has which role, and by whose word.</summary>
internal sealed class ListRoles(RoleChanges roles, PeopleChanges people, ServerClaims claims) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("role list", "show who has which role, by whose word, and which accounts are one person", Role.Chief, []) { Example = "/talks role list" };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var book = await roles.StandingAsync(token);
        var configured = book.Configured.All;
        var given = book.Grants.All.Skip(configured.Count).ToList();
        return Reply.Answer(
            configured.Count + given.Count == 0 ? "Nobody was given a role" : "Roles at the desk",
            [
                .. Listed("By the configuration", configured),
                .. Listed("Given in chat", given),
                .. roles.Connections.Where(name => !book.Grants.NamesChiefs(name))
                    .Select(name => new PostPiece.Line($"No chief is named on {name}, so the platform's own administrators are chiefs there.")),
                new PostPiece.Line("Everybody else reads."),
                .. SamePerson(await people.StandingAsync(token)),
                .. roles.Connections.Select(name => (Name: name, Server: claims.Of(name))).Where(one => one.Server is not null)
                    .Select(one => new PostPiece.Line($"{one.Name} obeys the server {one.Server}, which gave the claim code.")),
            ]);
    }

    private static IEnumerable<PostPiece> SamePerson(SamePeople people)
    {
        var lines = people.All.Select(accounts => new PostPiece.Line(string.Join(" = ", accounts))).ToList<PostPiece>();
        return lines.Count == 0 ? lines : lines.Prepend(new PostPiece.Section("One person"));
    }

    private static IEnumerable<PostPiece> Listed(string title, IReadOnlyList<(Role Role, ChannelAddress To)> grants) => grants.Count == 0
        ? []
        : grants.OrderByDescending(grant => grant.Role).ThenBy(grant => grant.To.ToString(), StringComparer.Ordinal)
            .Select(grant => new PostPiece.Line($"{grant.Role.Word()} · {grant.To}"))
            .Prepend<PostPiece>(new PostPiece.Section(title));
}
