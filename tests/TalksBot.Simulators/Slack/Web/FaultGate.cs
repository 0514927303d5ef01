using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>Puts a waiting fault around one request, whatever its door.</summary>
internal sealed class FaultGate(SlackWorld world, SlackFaults faults, SlackStats stats)
{
    public async Task RunAsync(HttpContext context, string method, Func<Task<WebReply>> work)
    {
        stats.Count(method);
        var fault = faults.Take(method);
        if (fault?.Kind is WebFaultKind.Delay)
        {
            await Task.Delay(fault.Wait, world.Options.Time, context.RequestAborted);
        }

        if (fault?.Kind is WebFaultKind.DropBeforeCommit)
        {
            context.Abort();
            return;
        }

        if (fault?.Kind is WebFaultKind.Hang)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        await EndAsync(context, fault, Instead(fault) ?? await work());
    }

    /// <summary>Writes the answer, or does with it what the fault wants; the work is done by now.</summary>
    private async Task EndAsync(HttpContext context, WebFault? fault, WebReply reply)
    {
        switch (fault?.Kind)
        {
            case WebFaultKind.DropAfterCommit:
                context.Abort();
                return;
            case WebFaultKind.HangAfterCommit:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return;
            case WebFaultKind.CutBody or WebFaultKind.Trickle:
                stats.Count(reply.Status);
                await BadLine.WriteAsync(context, reply.Body, fault.Kind is WebFaultKind.CutBody ? null : (fault.Wait, world.Options.Time));
                return;
            case WebFaultKind.ErrorAfterCommit:
                reply = WebReply.Of(new Refusal(fault.Error).ToJson());
                break;
            case WebFaultKind.HtmlAfterCommit:
                reply = WebReply.Page(502);
                break;
        }

        stats.Count(reply.Status);
        await reply.WriteAsync(context);
    }

    /// <summary>Null when the work is to be done all the same.</summary>
    private static WebReply? Instead(WebFault? fault) => fault?.Kind switch
    {
        WebFaultKind.ErrorBeforeCommit => WebReply.Of(new Refusal(fault.Error).ToJson()),
        WebFaultKind.Unavailable => new WebReply(503, "", "text/plain"),
        WebFaultKind.HtmlPage => WebReply.Page(502),
        WebFaultKind.HtmlAsSuccess => WebReply.Page(200),
        WebFaultKind.RateLimited => WebReply.TooMany(Duration.FromTimeSpan(fault.Wait)).With(fault.RetryAfter),
        WebFaultKind.Status => WebReply.Page(fault.Status),
        _ => null,
    };
}
