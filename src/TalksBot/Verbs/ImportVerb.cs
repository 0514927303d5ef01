using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Core.Archive;
using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Commands;
using TalksBot.Core.Text;
using TalksBot.Features.Archive;
using TalksBot.Features.Calendars;
using TalksBot.Hosting;
using TalksBot.LocalCommands;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;

namespace TalksBot.Verbs;

/// <summary>Takes negotiations from a file into the record, or sessions and deadlines of one from a calendar.</summary>
internal static class ImportVerb
{
    /// <summary>So many talks are named; the others are counted.</summary>
    private const int MostNamed = 20;

    /// <summary>The options of a calendar, which are the command's.</summary>
    private static readonly string[] OfCalendar = ["zone", "hour", "as", "past", "vanished"];

    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var file = new Argument<string>("file") { Description = "a JSON file as export writes it, or a calendar (.ics)" };
        var slug = new Argument<string?>("talks") { Description = "of a calendar: the talks that its events belong to", Arity = ArgumentArity.ZeroOrOne };
        var database = Options.Database();
        var yes = new Option<bool>("--yes") { Description = "of a calendar: do it; else it is only shown" };
        var values = OfCalendar.Select(name => new Option<string?>($"--{name}") { Description = $"of a calendar: {ImportCalendar.Spec.Parameters.Single(known => known.Name == name).Asks}" }).ToList();
        var import = new Command("import", "take negotiations from a file: all of them or none; or sessions and deadlines from a calendar") { file, slug, yes, database };
        values.ForEach(import.Add);
        import.SetAction((parsed, token) =>
        {
            var path = parsed.GetRequiredValue(file);
            return IsCalendar(path)
                ? RunCalendarAsync(path, [("talks", parsed.GetValue(slug)), .. OfCalendar.Zip(values, (name, option) => (name, parsed.GetValue(option)))], (parsed.GetValue(yes), parsed.GetValue(database)), token)
                : RunAsync(path, parsed.GetValue(database), token);
        });
        return import;
    }

    /// <summary>By its name, or by how it begins.</summary>
    private static bool IsCalendar(string path)
    {
        if (Path.GetExtension(path).ToUpperInvariant() is ".ICS" or ".ICAL" or ".VCS")
        {
            return true;
        }

        try
        {
            using var reader = File.OpenText(path);
            var begin = new char[64];
            return new string(begin, 0, reader.ReadBlock(begin)).TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task<int> RunCalendarAsync(string path, (string Name, string? Value)[] values, (bool Agrees, string? Database) how, CancellationToken token)
    {
        var (bytes, refusal) = await ReadAsync(path, token);
        if (bytes is null)
        {
            await Console.Error.WriteLineAsync(refusal);
            return CommandLineTool.Refused;
        }

        using var host = DeskHost.Visitor(how.Database).BuildChecked();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        var name = Path.GetFileName(path);
        host.Services.GetRequiredService<CalendarSources>().Hand(name, bytes);
        var line = CommandCall.Written(ImportCalendar.Spec.Path, values.Where(value => value.Value is not null).Select(value => (value.Name, value.Value!)).Append(("from", name)));
        var look = host.Services.GetRequiredService<TerminalLook>();
        var asJson = host.Services.GetRequiredService<IOptions<TerminalOptions>>().Value.WritesJson;
        var answer = await host.Services.GetRequiredService<RunLocalCommand>().RunAsync(new LocalCommand(line, how.Agrees, $"import/{Guid.NewGuid():N}", asJson, look.Width(), look.Colour), token);
        await host.Services.GetRequiredService<TerminalScreen>().ShowAsync(answer.Text, token);
        return answer.ExitCode;
    }

    private static async Task<(byte[]? Bytes, string? Refusal)> ReadAsync(string path, CancellationToken token)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            var bytes = new byte[CalendarReader.MostBytes + 1];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, token);
            return (bytes[..read], null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, File.Exists(path) ? $"The file {path} cannot be read; check who may read it, then try again. ({fault.Message})" : $"There is no file {path}; check the path.");
        }
    }

    private static async Task<int> RunAsync(string path, string? database, CancellationToken token)
    {
        var (file, refusal) = await TalksFileOnDisk.ReadAsync(path, token);
        if (file is not null)
        {
            refusal = await TakeAsync(file, database, token);
        }

        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal);
            return CommandLineTool.Refused;
        }

        var left = file!.Talks.Count - MostNamed;
        var named = string.Join(", ", file.Talks.Take(MostNamed).Select(talks => talks.Slug));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Imported {file.Talks.Count}: {named}{(left > 0 ? $", {Typography.More(left)}" : "")}"));
        return CommandLineTool.Done;
    }

    private static async Task<string?> TakeAsync(TalksFile file, string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).BuildChecked();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TakeArchive>().RunAsync(file, token);
    }
}
