using System.Diagnostics;
using System.Diagnostics.Metrics;
using TalksBot.Core.Commands;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Pipeline;

/// <summary>Measures and traces commands: which one, over which connection, how it ended; never what was said or by whom.</summary>
internal static class CommandInstruments
{
    /// <summary>Which command, as help names it.</summary>
    private const string Command = "talksbot.command";

    private static readonly Histogram<double> Durations = DeskTelemetry.Meter.CreateHistogram(
        "talksbot.command.duration", "s", "How long commands take until they are answered.", tags: null, DeskTelemetry.Seconds);

    /// <summary>A command begins.</summary>
    public static Activity? Begin(CommandCall call) => DeskTelemetry.Source.StartActivity("command", ActivityKind.Server)?
        .SetTag(Command, call.Spec.Path).SetTag(DeskTelemetry.Connection, call.Caller.Channel.ConnectionName);

    /// <summary>A command was answered.</summary>
    /// <param name="command">Its trace; null where nobody traces.</param>
    /// <param name="call">The command.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="took">How long it took.</param>
    public static void End(Activity? command, CommandCall call, CommandEnd outcome, TimeSpan took)
    {
        var end = outcome.ToString();
        command?.SetTag(DeskTelemetry.Outcome, end).SetStatus(outcome is CommandEnd.Failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        Durations.Record(
            took.TotalSeconds,
            new(Command, call.Spec.Path),
            new(DeskTelemetry.Connection, call.Caller.Channel.ConnectionName),
            new(DeskTelemetry.Outcome, end));
    }
}

/// <summary>How a command ended.</summary>
internal enum CommandEnd
{
    /// <summary>It was carried out, or answered.</summary>
    Done,

    /// <summary>It was refused, and the answer says why.</summary>
    Refused,

    /// <summary>A bug or the database kept it from being carried out.</summary>
    Failed,
}
