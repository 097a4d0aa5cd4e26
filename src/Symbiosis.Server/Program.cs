using Symbiosis.Server.Hosting;

return args is ["apikey", .. var words]
    ? (int)ApiKeyCommand.Run(words, Console.Out, Console.Error, TimeProvider.System)
    : (int)await ServerApplication.RunAsync(args, Console.Out, Console.Error);
