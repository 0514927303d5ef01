using TalksBot.Core.Access;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Access;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Views;

/// <summary>Makes a token with which another program reads the record and reports to it.</summary>
internal sealed class AddApiToken(TokenCommands tokens) : IDeclaredCommand
{
    private static readonly ParameterSpec May = new("role", ParameterKind.Choice, "what the program may do, as a person of that role may.")
    {
        Required = true,
        NamedOnly = true,
        Choices = [Role.Reader.Word(), Role.Reporter.Word(), Role.Editor.Word()],
    };

    /// <summary>The API's door.</summary>
    internal static TokenDoor Door { get; } = new(AccessKind.Api, "api", "programs")
    {
        Noun = "API token",
        May = May,
        Label = new("label", ParameterKind.Text, "what to call it, such as the program that has it: the audit names it so") { NamedOnly = true },
        Opens = (token, of) => $"opens {of} to a program as {token.Role!.Value.Word()}",
    };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "api add",
        "make a token with which another program reads the record and reports to it",
        Role.Chief,
        [TokenDoor.Talks, May, Door.Label])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks api add us-japan-autos role:reporter label:CMS",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await tokens.MakeAsync(call, Door, token)).Is(out var made, out var refusal))
        {
            return refusal;
        }

        return Reply.Answer(
            $"{Door.Noun} {made.Token.Name} {Door.Opens(made.Token, made.Scope.Of)}{Typography.Dash(made.Token.Label)}",
            new PostPiece.Line($"The token: {made.Secret}"),
            new PostPiece.Line($"The program sends it to {made.Root}{ViewPaths.Root} as Authorization: Bearer TOKEN"),
            new PostPiece.Line("It is told this once, and whoever has it may do so: keep it as a password."),
            new PostPiece.Line($"To take it away: /talks api revoke {made.Token.Name}"));
    }
}

/// <summary>Shows which API tokens there are.</summary>
internal sealed class ListApiTokens(TokenCommands tokens) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("api list", "show which API tokens there are, and who made them", Role.Chief, [ListPage.Parameter])
    {
        Example = "/talks api list",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => tokens.ListAsync(call, AddApiToken.Door, new Dictionary<int, string>(), token);
}

/// <summary>Takes an API token away: it opens nothing any more.</summary>
internal sealed class RevokeApiToken(TokenCommands tokens) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("api revoke", "take an API token away: it opens nothing any more", Role.Chief, [AddApiToken.Door.One])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks api revoke A5",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => tokens.RevokeAsync(call, AddApiToken.Door, "it opens nothing any more", _ => Task.CompletedTask, token);
}
