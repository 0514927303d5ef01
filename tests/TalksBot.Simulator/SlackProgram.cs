using System.Globalization;
using TalksBot.Simulators.Slack;

namespace TalksBot.Simulator;

/// <summary>Runs a Slack workspace with a small newsroom in it until it is told to stop.</summary>
internal static class SlackProgram
{
    private const int UsualPort = 5091;
    private const string Section = "TalksBot__Platforms__Slack__main__";

    /// <summary>
    /// The first argument is a port, 5091 without one; the second and third a bot token and an app-level token to expect; the fourth and fifth
    /// the address for signed requests, where Socket Mode is not to be used, and the secret to sign them with.
    /// </summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, Task stop)
    {
        var options = new SlackSimulatorOptions
        {
            Port = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : UsualPort,
            BotToken = args.Length > 1 ? args[1] : null,
            AppToken = args.Length > 2 ? args[2] : null,
            RequestUrl = args.Length > 3 ? new Uri(args[3]) : null,
            SigningSecret = args.Length > 4 ? args[4] : null,
            MessageShortcuts = new Dictionary<string, string>(StringComparer.Ordinal) { ["make_update"] = "Make this an update" },
            Events = ["app_home_opened"],
        };
        await using var slack = await SlackSimulator.StartAsync(options, CancellationToken.None);
        await output.WriteLineAsync(Describe(slack, options.RequestUrl));
        await stop;
        await output.WriteLineAsync("Stopped.");
        return 0;
    }

    private static string Describe(SlackSimulator slack, Uri? requestUrl)
    {
        var (ada, ben, cleo) = (slack.AddPerson("ada", isAdmin: true), slack.AddPerson("ben", "Europe/Zurich"), slack.AddPerson("cleo", "Asia/Tokyo"));
        var (desk, trade, operations) = (slack.AddChannel("desk"), slack.AddChannel("trade"), slack.AddChannel("operations", ChannelKind.Private));
        var (chiefs, editors) = (slack.AddGroup("chiefs", ada), slack.AddGroup("editors", ben));
        var root = slack.ApiUrl.GetLeftPart(UriPartial.Authority);
        return $$"""
            A simulated Slack workspace is listening. Nothing leaves this machine. Ctrl+C stops it.

              API           {{slack.ApiUrl}}
              Bot token     {{slack.BotToken}}
              App token     {{slack.AppToken}}
              Channels      {{desk}} #desk · {{trade}} #trade · {{operations}} #operations (private)
              People        {{ada}} ada (admin) · {{ben}} ben · {{cleo}} cleo
              Groups        {{chiefs}} @chiefs · {{editors}} @editors

            Point TalksBot at it:
              TalksBot__Platforms__Slack__main__ApiUrl={{slack.ApiUrl}}
              TalksBot__Platforms__Slack__main__BotToken={{slack.BotToken}}
            {{(requestUrl is null ? $"  {Section}AppToken={slack.AppToken}" : $"  {Section}Listen={requestUrl.GetLeftPart(UriPartial.Authority)}\n  {Section}SigningSecret={slack.SigningSecret}")}}

            Look, and be one of them: {{root}}/

            From a shell:
              curl -X POST {{root}}/_control/command -d '{"user":"ada","channel":"desk","command":"/talks","text":"help"}'
              curl -X POST {{root}}/_control/button -d '{"user":"ada","channel":"desk","label":"Post"}'
              curl -X POST {{root}}/_control/modal -d '{"user":"ada","view":"ID","values":{"text":"…"} }'
                its values by the field's name; the view is in the answer to the command that opened it
              curl -X POST {{root}}/_control/mention -d '{"user":"ada","channel":"desk","text":"status"}'
              curl -X POST {{root}}/_control/fault -d '{"kind":"drop-after-commit","method":"chat.postMessage"}'
                all kinds and what goes with them: docs/simulators.md
              curl {{root}}/_control/messages/desk?seen_by=ada
              curl -H 'Authorization: Bearer {{slack.BotToken}}' -o picture.png URL   (one of a message's _files)
              curl {{root}}/_control/stats
            """;
    }
}
