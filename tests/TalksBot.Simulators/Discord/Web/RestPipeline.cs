using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Discord.OpenApi;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Web;

/// <summary>The life of a request: block, identity, faults, token, limits, body, route, answer.</summary>
internal sealed class RestPipeline(DiscordWorld world, RestRouter router, DiscordFaults faults, DiscordStats stats)
{
    private readonly RateLimiter _limits = new(world.Options);
    private readonly InvalidRequests _invalid = new(world.Options.InvalidRequestLimit);

    public async Task HandleAsync(HttpContext context, string path)
    {
        var fault = default(RestFault);
        var operation = default(string);
        RestReply reply;
        try
        {
            KeepOutTheBlocked();
            var (route, values) = router.Find(context.Request.Method, path);
            Admit(context, route);
            operation = route.Operation;
            stats.Count(operation);
            fault = faults.Take(operation);
            reply = fault is null ? null! : Faulty(fault)!;
            reply ??= await AnswerAsync(context, route, values);
        }
        catch (Refusal refusal)
        {
            reply = refusal.ToReply();
        }

        await EndAsync(context, fault, reply, operation);
    }

    /// <summary>Writes the answer, or does with it what the fault wants.</summary>
    private async Task EndAsync(HttpContext context, RestFault? fault, RestReply reply, string? operation)
    {
        switch (fault?.Kind)
        {
            case RestFaultKind.DropBeforeCommit or RestFaultKind.DropAfterCommit:
                context.Abort();
                return;
            case RestFaultKind.Hang or RestFaultKind.HangAfterCommit:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return;
            case RestFaultKind.BadGatewayAfterCommit:
                reply = RestReply.Page(502, "502 Bad Gateway");
                break;
            case RestFaultKind.Delay:
                await Task.Delay(fault.Wait, world.Options.Time, context.RequestAborted);
                break;
            case RestFaultKind.CutBody or RestFaultKind.Trickle:
                stats.Count(reply.Status);
                context.Response.StatusCode = reply.Status;
                await BadLine.WriteAsync(context, reply.Body?.ToJsonString() ?? "", fault.Kind is RestFaultKind.CutBody ? null : (fault.Wait, world.Options.Time));
                return;
        }

        await WriteAsync(context, reply, operation);
    }

    /// <summary>Protocol sheet §10: after too many bad requests nobody is let in.</summary>
    private void KeepOutTheBlocked()
    {
        lock (world.Gate)
        {
            if (_invalid.Blocks(world.Now))
            {
                throw new Refusal(429, 0, "You are being blocked from accessing our API temporarily due to exceeding our rate limits frequently.")
                {
                    RetryAfter = TimeSpan.FromMinutes(10),
                    Scope = "global",
                    ByCloudflare = true,
                };
            }
        }
    }

    /// <summary>
    /// Protocol sheet §1: the User-Agent. None at all, a browser's and Python's bare one are kept out. The form that the documentation asks
    /// for is not enforced: oceanic.js 1.15 sends <c>node</c>, and works. Callbacks and webhooks are not held to it; discord.py does not name itself there.
    /// </summary>
    private static void Admit(HttpContext context, RestRoute route)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        var suspect = agent.Length is 0 || agent.StartsWith("Mozilla/", StringComparison.Ordinal) || agent.StartsWith("Python-urllib", StringComparison.Ordinal);
        if (!route.Open && suspect)
        {
            throw new Refusal(403, 40333, "internal network error");
        }
    }

    /// <summary>Null when the request should be worked on all the same.</summary>
    private static RestReply? Faulty(RestFault fault) => fault.Kind switch
    {
        RestFaultKind.RateLimited => RestReply.TooMany(fault.Wait, fault.Scope).With(fault.RetryAfterHeader, fault.RetryAfterBody),
        RestFaultKind.Status => fault.Html ? RestReply.Page(fault.Status, $"Error {fault.Status}") : new Refusal(fault.Status, fault.Code, $"{fault.Status}: injected").ToReply(),
        RestFaultKind.HtmlTooMany => RestReply.Page(429, "Error 1015: You are being rate limited"),
        RestFaultKind.BadGateway => RestReply.Page(502, "502 Bad Gateway"),
        RestFaultKind.CloudflareBlock => new Refusal(403, 40333, "internal network error").ToReply(),
        RestFaultKind.Overloaded => new Refusal(503, 130000, "API resource is currently overloaded. Try again a little later").ToReply(),
        RestFaultKind.MissingAccess => Refusal.MissingAccess.ToReply(),
        RestFaultKind.MissingPermissions => Refusal.MissingPermissions.ToReply(),
        RestFaultKind.TooLarge => new Refusal(413, 40005, "Request entity too large").ToReply(),
        RestFaultKind.InvalidForm => new Refusal(400, 50035, "Invalid Form Body").ToReply(),
        RestFaultKind.DropBeforeCommit or RestFaultKind.Hang => RestReply.Nothing,
        _ => null,
    };

    [SuppressMessage("Design", "CA1031", Justification = "What a route does not foresee is Discord's 500, not the end of the simulator.")]
    private async Task<RestReply> AnswerAsync(HttpContext context, RestRoute route, Dictionary<string, string> values)
    {
        Authorise(context, route);
        RateVerdict verdict;
        lock (world.Gate)
        {
            verdict = _limits.Take(route, values, world.Now);
        }

        var reply = default(RestReply);
        try
        {
            reply = verdict.RetryAfter is { } wait ? RestReply.TooMany(wait, verdict.Global ? "global" : "user") : await WorkAsync(context, route, values);
        }
        catch (Refusal refusal)
        {
            reply = refusal.ToReply();
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            reply = new Refusal(500, 0, $"500: Internal Server Error: {bug}").ToReply();
        }

        WriteLimits(reply, verdict);
        return reply;
    }

    private void Authorise(HttpContext context, RestRoute route)
    {
        var sent = context.Request.Headers.Authorization.ToString();
        if (!route.Open && (!world.TokenLives || !string.Equals(sent, $"Bot {world.Token}", StringComparison.Ordinal)))
        {
            throw Refusal.Unauthorized;
        }
    }

    private async Task<RestReply> WorkAsync(HttpContext context, RestRoute route, Dictionary<string, string> values)
    {
        var call = new RestCall(values, context.Request.Query);
        if (route.TakesBody)
        {
            var (body, files) = await BodyReader.ReadAsync(context.Request, world.Options, context.RequestAborted);
            stats.AddRequestFaults(route.Operation, DiscordOpenApi.ValidateRequest(route.Operation, body));
            call = call with { Body = body, Files = files };
        }

        lock (world.Gate)
        {
            return route.Handle(call);
        }
    }

    private static void WriteLimits(RestReply reply, RateVerdict verdict)
    {
        if (verdict.Global)
        {
            return;
        }

        reply.Headers["X-RateLimit-Limit"] = verdict.Limit.ToString(CultureInfo.InvariantCulture);
        reply.Headers["X-RateLimit-Remaining"] = verdict.Remaining.ToString(CultureInfo.InvariantCulture);
        reply.Headers["X-RateLimit-Reset"] = (verdict.ResetsAt.ToUnixTimeMilliseconds() / 1000d).ToString("F3", CultureInfo.InvariantCulture);
        reply.Headers["X-RateLimit-Reset-After"] = verdict.ResetAfter.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
        reply.Headers["X-RateLimit-Bucket"] = verdict.Bucket;
    }

    private async Task WriteAsync(HttpContext context, RestReply reply, string? operation)
    {
        stats.Count(reply.Status);
        lock (world.Gate)
        {
            _invalid.Count(reply, world.Now);
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        // Not Discord's: it lets a test judge any answer by the OpenAPI document.
        context.Response.Headers["X-Simulator-Operation"] = operation;
        if (reply.Html is not null)
        {
            context.Response.ContentType = "text/html; charset=UTF-8";
            await context.Response.WriteAsync(reply.Html, context.RequestAborted);
        }
        else if (reply.Body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(reply.Body.ToJsonString(), context.RequestAborted);
        }
    }
}
