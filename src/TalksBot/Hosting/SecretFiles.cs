using Microsoft.Extensions.Options;

namespace TalksBot.Hosting;

/// <summary>
/// Settings kept in files, one each, named as in the environment: what a container's secrets (<c>/run/secrets</c>) and systemd's credentials
/// (<c>$CREDENTIALS_DIRECTORY</c>) are. They go before every other source but the command line.
/// </summary>
internal static class SecretFiles
{
    private const string OfContainer = "/run/secrets";
    private const string OfSystemd = "CREDENTIALS_DIRECTORY";
    private const string Prefix = "TalksBot__";
    private const int Longest = 64 * 1024;

    /// <summary>The settings found, without the ends of their lines; throws <see cref="OptionsValidationException"/> with a sentence for each file that cannot be used.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Read()
    {
        var (settings, faults) = (new List<KeyValuePair<string, string?>>(), new List<string>());
        foreach (var file in new[] { OfContainer, Environment.GetEnvironmentVariable(OfSystemd) }.SelectMany(Files))
        {
            if (Fault(file, out var value) is { } fault)
            {
                faults.Add(fault);
                continue;
            }

            settings.Add(new(Path.GetFileName(file).Replace("__", ":", StringComparison.Ordinal), value));
        }

        return faults.Count == 0 ? settings : throw new OptionsValidationException(nameof(SecretFiles), typeof(SecretFiles), faults);
    }

    private static IEnumerable<string> Files(string? folder) => !string.IsNullOrEmpty(folder) && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
        : [];

    /// <summary>Why a file cannot be used, in a sentence that shows nothing of what is in it.</summary>
    private static string? Fault(string file, out string value)
    {
        value = "";
        try
        {
            if (new FileInfo(file).Length > Longest)
            {
                return $"The secret file {file} is too long to be a setting; put the value alone into it.";
            }

#pragma warning disable MA0045 // Settings are read while the host is put together, as those of every source are, before anything runs.
            value = File.ReadAllText(file).TrimEnd('\r', '\n');
#pragma warning restore MA0045
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"The secret file {file} cannot be read by the user that runs TalksBot; grant that user read access.";
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            return $"The secret file {file} is empty; write the value into it, or take the file away.";
        }

        return value.AsSpan().ContainsAny('\r', '\n') ? $"The secret file {file} has more than one line; put the value alone into it." : null;
    }
}
