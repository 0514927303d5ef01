using TalksBot.Verbs;

return await CommandLineTool.RunAsync(args);
