using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Roles;

/// <summary>Shows who has which role, and by whose word.</summary>
internal sealed class ListRoles(RoleChanges roles, PeopleChanges people, HolderNames names, ServerClaims claims) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "role list", "show who has which role, by whose word, and which accounts are one person", Role.Chief, [ListPage.Parameter])
    {
        Example = "/talks role list",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var book = await roles.StandingAsync(token);
        var configured = book.Configured.All;
        var given = book.Grants.All.Skip(configured.Count).ToList();
        var joined = (await people.StandingAsync(token)).All.Select(accounts => accounts.Select(Address).ToList()).ToList();
        var wording = await names.OfAsync(call.Caller, [.. book.Grants.All.Select(grant => grant.To), .. joined.SelectMany(accounts => accounts)], token);
        var shown = page.Of([
            .. Listed("By the configuration", configured, wording),
            .. Listed("Given in chat", given, wording),
            .. joined.Select(accounts => new Row("One person", string.Join(" = ", accounts.Select(wording.Of)))),
        ]);
        var heading = configured.Count + given.Count == 0 ? "Nobody was given a role" : "Roles at the desk";
        return page.Show(call, shown, new Post(heading, Severity.Calm, [.. Written(shown.Items), .. shown.Left == 0 ? Notes(book) : []]));
    }

    /// <summary>Who has a role though nobody gave them one.</summary>
    private IEnumerable<PostPiece> Notes(RoleBook book) =>
    [
        .. roles.Connections.Where(name => !book.Grants.NamesChiefs(name))
            .Select(name => new PostPiece.Line($"No chief is named on {name}, so the platform's own administrators are chiefs there.")),
        new PostPiece.Line("Everybody else reads."),
        .. roles.Connections.Select(name => (Name: name, Server: claims.Of(name))).Where(one => one.Server is not null)
            .Select(one => new PostPiece.Line($"{one.Name} obeys the server {one.Server}, which gave the claim code.")),
    ];

    private static IEnumerable<PostPiece> Written(IEnumerable<Row> rows) => rows
        .GroupBy(row => row.Title, StringComparer.Ordinal)
        .SelectMany(part => part.Select(row => new PostPiece.Line(row.Text)).Prepend<PostPiece>(new PostPiece.Section(part.Key)));

    private static IEnumerable<Row> Listed(string title, IReadOnlyList<(Role Role, ChannelAddress To)> grants, HolderWording wording) => grants
        .OrderByDescending(grant => grant.Role).ThenBy(grant => grant.To.ToString(), StringComparer.Ordinal)
        .Select(grant => new Row(title, $"{grant.Role.Word()} · {wording.Of(grant.To)}"));

    private static ChannelAddress Address(string account) =>
        ChannelAddress.TryParse(account, out var address) ? address : throw new InvalidOperationException($"{account} is no account.");

    private sealed record Row(string Title, string Text);
}
