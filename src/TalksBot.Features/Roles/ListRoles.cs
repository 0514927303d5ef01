using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Roles;

/// <summary>Shows who has which role, and by whose word.</summary>
internal sealed class ListRoles(RoleChanges roles) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("role list", "show who has which role, and by whose word", Role.Chief, []) { Example = "/talks role list" };

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
            ]);
    }

    private static IEnumerable<PostPiece> Listed(string title, IReadOnlyList<(Role Role, ChannelAddress To)> grants) => grants.Count == 0
        ? []
        : grants.OrderByDescending(grant => grant.Role).ThenBy(grant => grant.To.ToString(), StringComparer.Ordinal)
            .Select(grant => new PostPiece.Line($"{grant.Role.Word()} · {grant.To}"))
            .Prepend<PostPiece>(new PostPiece.Section(title));
}
