using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Undoing;
using TalksBot.Features.Desk.Completions;
using TalksBot.Features.Follows;
using TalksBot.Features.Undoing;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Desk;

/// <summary>Runs commands: reads them, checks the role, gives each one transaction. The boundary where a command's bugs stop.</summary>
internal sealed partial class CommandDesk(CommandBook book, IServiceScopeFactory scopes, WriteGate gate, ILogger<CommandDesk> log) : ICommandDesk
{
    /// <inheritdoc/>
    public CommandBook Book => book;

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(string line, Caller caller, CancellationToken token) => CommandLine.Read(book, line, caller) switch
    {
        CommandReading.Understood understood => await RunAsync(understood.Call, token),
        CommandReading.Refused refused => refused.Reply,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (call.Caller.Role < call.Spec.Role)
        {
            return Reply.Refuse($"\"{call.Spec.Path}\" needs the role {call.Spec.Role.Word()}; ask somebody who has it, or a chief to give it to you.");
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var command = scope.ServiceProvider.GetRequiredKeyedService<ICommand>(call.Spec.Path);
            return call.Spec.Changes
                ? await ChangeAsync(command, call, scope.ServiceProvider, token)
                : await command.RunAsync(call, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return Reply.Refuse("TalksBot is stopping; nothing was changed. Give the command again once it runs.");
        }
#pragma warning disable CA1031 // The command boundary: whatever went wrong, a person is waiting for an answer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Explain(fault, call);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Completion>> CompleteAsync(
        CommandSpec spec, string parameter, string typed, IReadOnlyDictionary<string, string> given, Caller caller, CancellationToken token)
    {
        if (spec.Parameters.FirstOrDefault(known => known.Name == parameter) is not { } known || typed.Length > CommandLine.LongestLength)
        {
            return [];
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var completion = scope.ServiceProvider.GetKeyedService<ICompletion>(known.Kind);
            return completion is null ? [] : await completion.OfferAsync(new CompletionAsk(known, typed.Trim(), new CommandCall(spec, given, caller)), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return [];
        }
#pragma warning disable CA1031 // The command boundary: offering nothing lets the person type on, and the command will say what is wrong.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            CompletionFailed(fault, spec.Path, parameter);
            return [];
        }
    }

    private async Task<Reply> ChangeAsync(ICommand command, CommandCall call, IServiceProvider services, CancellationToken token)
    {
        if (command is IAskFirst asking && await asking.AskAsync(call, token) is { } refusal)
        {
            return refusal;
        }

        var db = services.GetRequiredService<TalksDb>();
        var effects = services.GetRequiredService<CommitEffects>();
        var acts = services.GetRequiredService<KeepAct>();
        acts.Begin();
        await using var turn = await gate.BeginAsync(db, token);
        if (await acts.EarlierAsync(call, token) is { } earlier)
        {
            return Undoable(Reply.Answer($"That was carried out already, by {earlier.By}; nothing was done again."), call, earlier);
        }

        var reply = await command.RunAsync(call, token);
        if (reply.Refused || reply.IsPreview)
        {
            return reply;
        }

        await db.SaveChangesAsync(token);
        await services.GetRequiredService<LiveStatus>().RefreshAsync(token);
        if (Previews.Of(call, reply, effects.Deliveries) is { } preview)
        {
            return preview;
        }

        var act = await acts.KeepAsync(call, token);
        await turn.CommitAsync(token);

        // From here on the change holds, so a program that stops must not answer that it does not.
        await effects.CommittedAsync(CancellationToken.None);
        return Undoable(reply, call, act);
    }

    /// <summary>What was changed can be taken back for a while.</summary>
    private static Reply Undoable(Reply reply, CommandCall call, Act act) => call.Spec.IsFinal || act.Parts.Count == 0
        ? reply
        : reply with { Body = reply.Body with { Buttons = [.. reply.Body.Buttons, new PostButton("Undo", $"/talks undo {act.Key}")] } };

    private Reply Explain(Exception fault, CommandCall call)
    {
        if (StorageFault.Explain(fault) is { } sentence)
        {
            StorageFailed(call.Spec.Path, sentence);
            return Reply.Refuse(sentence);
        }

        CommandFailed(fault, call.Spec.Path);
        return Reply.Refuse($"\"{call.Spec.Path}\" failed inside TalksBot and changed nothing; the log says why. Please report it.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Command {Path} was refused by the database: {Sentence}")]
    private partial void StorageFailed(string path, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing can be offered for {Parameter} of {Path}")]
    private partial void CompletionFailed(Exception fault, string path, string parameter);

    [LoggerMessage(Level = LogLevel.Error, Message = "Command {Path} failed")]
    private partial void CommandFailed(Exception fault, string path);
}
