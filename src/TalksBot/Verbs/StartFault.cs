using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>Says what keeps the program from starting, a sentence for each fault.</summary>
internal static class StartFault
{
    /// <summary>The sentences; null when the exception is none of those a person can mend.</summary>
    public static IEnumerable<string>? Explain(Exception exception) => exception switch
    {
        OptionsValidationException faults => faults.Failures,
        AggregateException { InnerExceptions: var all } when all.All(fault => fault is OptionsValidationException) =>
            all.Cast<OptionsValidationException>().SelectMany(faults => faults.Failures),
        StorageRefusedException refused => [refused.Message],
        InvalidDataException unreadable => [NotJson(unreadable)],
        _ => null,
    };

    private static string NotJson(InvalidDataException unreadable)
    {
        for (Exception? cause = unreadable; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException { LineNumber: { } line })
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"{unreadable.Message.TrimEnd('.')}: line {line + 1} is not JSON; mend it there, or move the file away.");
            }
        }

        return $"{unreadable.Message.TrimEnd('.')}; mend it, or move the file away.";
    }
}
