using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Platforms;
using TalksBot.Features.Checking;
using TalksBot.Features.Roles;
using TalksBot.Features.Upkeep;
using TalksBot.Hosting;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>Verifies the settings, the database and every channel that should hear of something, and says how to mend each fault.</summary>
internal static class CheckVerb
{
    private const string AllWell = "Nothing is amiss.";

    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var database = Options.Database();
        var check = new Command("check", "verify the settings and every channel that follows, and say how to mend each fault") { database };
        check.SetAction((parsed, token) => RunAsync(parsed.GetValue(database), token));
        return check;
    }

    /// <summary>Looks, and says what it found.</summary>
    public static async Task<int> RunAsync(string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).BuildChecked();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        await using var scope = host.Services.CreateAsyncScope();
        await host.Services.GetRequiredService<KeepRoles>().LoadAsync(token);
        var faults = new List<ConnectionFault>();
        foreach (var diagnostics in host.Services.GetServices<IConnectionDiagnostics>())
        {
            faults.AddRange(await diagnostics.FaultsAsync(token));
        }

        var open = PrivateFiles.Exposed(host.Services.GetRequiredService<OpenDatabase>().File);
        Finding[] findings =
        [
            .. open.Select(file => new Finding(IsFault: true, $"{file} can be read by other users of this machine, and may hold words under embargo: have its owner run chmod 600 on it.")),
            .. faults.Select(fault => new Finding(IsFault: true, $"{fault.Connection}: {fault.Line}")),
            .. await scope.ServiceProvider.GetRequiredService<CheckDesk>().RunAsync(token),
            .. await scope.ServiceProvider.GetRequiredService<CheckUpkeep>().RunAsync(host.Services.GetRequiredService<IClock>().GetCurrentInstant(), token),
        ];
        foreach (var finding in findings)
        {
            await (finding.IsFault ? Console.Error : Console.Out).WriteLineAsync(finding.Sentence);
        }

        if (Array.Exists(findings, finding => finding.IsFault))
        {
            return CommandLineTool.Refused;
        }

        if (!Array.Exists(findings, finding => finding.IsCaution))
        {
            await Console.Out.WriteLineAsync(AllWell);
        }

        return CommandLineTool.Done;
    }
}
