using Microsoft.Extensions.Options;
using TalksBot.Core.Times;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Backups;

/// <summary>When the database is copied, to where, and how many copies are kept.</summary>
public sealed class BackupOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = $"{StorageOptions.Section}:Backup";

    /// <summary>What <see cref="At"/> says where no copy is to be made by itself.</summary>
    public const string Never = "none";

    private const int Most = 1000;

    /// <summary>The folder of the copies; empty means <c>backups</c> beside the database.</summary>
    public string Folder { get; set => field = value ?? ""; } = "";

    /// <summary>The hour of the desk's own day at which a copy is made, or <c>none</c>.</summary>
    public string At { get; set => field = value ?? ""; } = "03:30";

    /// <summary>Of how many days the last copy is kept.</summary>
    public int Daily { get; set; } = 7;

    /// <summary>Of how many weeks the last copy is kept.</summary>
    public int Weekly { get; set; } = 4;

    /// <summary><see cref="At"/>, read; null where no copy is made by itself.</summary>
    public LocalTime? Hour => HourText.TryParse(At, out var hour) ? hour : null;

    /// <summary>What is wrong with the settings, a sentence for each fault.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!At.Equals(Never, StringComparison.OrdinalIgnoreCase) && Hour is null)
        {
            yield return $"{Section}:At is \"{At}\"; write an hour such as 03:30, or {Never}.";
        }

        foreach (var (key, count) in new[] { (nameof(Daily), Daily), (nameof(Weekly), Weekly) })
        {
            if (count is < 0 or > Most)
            {
                yield return $"{Section}:{key} is {count}; write a number from 0 to {Most}.";
            }
        }

        if (Daily == 0 && Weekly == 0)
        {
            yield return $"{Section}:{nameof(Daily)} and {nameof(Weekly)} are both 0, so that no copy would be kept; raise one of them, or set {nameof(At)} to {Never}.";
        }
    }
}

/// <summary>Names every faulty key at once, with its fault and its mend.</summary>
internal sealed class BackupOptionsValidator : IValidateOptions<BackupOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, BackupOptions options)
    {
        var faults = options.Faults().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
