using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Features.Commands;
using TalksBot.Features.Commands.Completions;
using TalksBot.Features.Settings;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Pipeline;

/// <summary>Runs commands: reads them and sends them on their way (<see cref="CommandPipeline"/>). The boundary where a command's bugs stop.</summary>
internal sealed partial class CommandDesk(CommandBook book, IServiceScopeFactory scopes, IOptions<DeskOptions> options, ILogger<CommandDesk> log) : ICommandDesk
{
    /// <inheritdoc/>
    public CommandBook Book => book;

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(string line, Caller caller, CancellationToken token) => CommandLine.Read(book, line, caller) switch
    {
        CommandReading.Understood understood => await RunAsync(understood.Call, token),
        CommandReading.Refused refused => refused.Reply,
        _ => throw new UnreachableException(),
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        using var command = CommandInstruments.Begin(call);
        var began = Stopwatch.GetTimestamp();
        var (answer, hasFailed) = await GuardedAsync(call, token);
        var end = hasFailed ? CommandEnd.Failed : answer.Refused ? CommandEnd.Refused : CommandEnd.Done;
        CommandInstruments.End(command, call, end, Stopwatch.GetElapsedTime(began));
        return answer;
    }

    private async Task<(Reply Answer, bool HasFailed)> GuardedAsync(CommandCall call, CancellationToken token)
    {
        Reply? answer = null;
        try
        {
            var typed = AtThisDesk(call.Said());
            answer = (Previews.IsExpected(typed) ? await PreviewAsync(typed, token) : null) ?? await SecondTry.RunAsync(() => InScopeAsync(typed, (pipeline, command) => pipeline.RunAsync(command, typed, token)));
            return (answer, false);
        }
        catch (OperationCanceledException) when (answer is null && token.IsCancellationRequested)
        {
            return (Reply.Refuse("TalksBot is stopping; nothing was changed. Give the command again once it runs.") with { HasFailed = true }, false);
        }
#pragma warning disable CA1031 // The command boundary: whatever went wrong, a person is waiting for an answer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return answer is null ? (Explain(fault, call), true) : (answer, false);
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
            return completion is null ? [] : await completion.OfferAsync(new CompletionAsk(known, typed.Trim(), AtThisDesk(new CommandCall(spec, given, caller))), token);
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

    /// <inheritdoc/>
    public async Task<CommandCall> FillAsync(CommandCall call, CancellationToken token)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return scope.ServiceProvider.GetKeyedService<ICommand>(call.Spec.Path) is IFillsForm form ? await form.FillAsync(call, token) : call;
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is not null)
        {
            // An empty form can be written in all the same.
            return call;
        }
    }

    /// <summary>What the database refuses to an onlooker is tried again by the command itself, which says what is wrong if anything is.</summary>
    private async Task<Reply?> PreviewAsync(CommandCall call, CancellationToken token)
    {
        try
        {
            return await InScopeAsync(call, (pipeline, command) => pipeline.PreviewAsync(command, call, token));
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is not null)
        {
            return null;
        }
    }

    /// <summary>What is looked at for a preview is not what is changed afterwards, so each goes its way by itself.</summary>
    private async Task<T> InScopeAsync<T>(CommandCall call, Func<CommandPipeline, ICommand, Task<T>> go)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await go(scope.ServiceProvider.GetRequiredService<CommandPipeline>(), scope.ServiceProvider.GetRequiredKeyedService<ICommand>(call.Spec.Path));
    }

    private CommandCall AtThisDesk(CommandCall call) => call with { IsTwentyFourHour = options.Value.IsTwentyFourHour };

    private Reply Explain(Exception fault, CommandCall call)
    {
        if (StorageFault.Explain(fault) is { } sentence)
        {
            StorageFailed(call.Spec.Path, sentence);
            return Reply.Refuse(sentence) with { HasFailed = true };
        }

        CommandFailed(fault, call.Spec.Path);
        return Reply.Refuse($"\"{call.Spec.Path}\" failed inside TalksBot and changed nothing; the log says why. Please report it.") with { HasFailed = true };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Command {Path} was refused by the database: {Sentence}")]
    private partial void StorageFailed(string path, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing can be offered for {Parameter} of {Path}")]
    private partial void CompletionFailed(Exception fault, string path, string parameter);

    [LoggerMessage(Level = LogLevel.Error, Message = "Command {Path} failed")]
    private partial void CommandFailed(Exception fault, string path);
}

/// <summary>Declares commands and what does them.</summary>
internal static class CommandRegistry
{
    /// <summary>Adds a command to the book.</summary>
    public static IServiceCollection AddCommand<TCommand>(this IServiceCollection services)
        where TCommand : class, IDeclaredCommand
    {
        services.AddSingleton(TCommand.Spec.Announces ? TCommand.Spec with { Parameters = [.. TCommand.Spec.Parameters, Parameters.Post] } : TCommand.Spec);
        services.AddKeyedScoped<ICommand, TCommand>(TCommand.Spec.Path);
        return services;
    }
}
