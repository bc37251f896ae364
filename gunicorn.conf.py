"""Read by gunicorn wherever it starts in this folder; what is given on its command line goes before."""

# By default a client on the same machine, such as a proxy, may say where the site begins (SCRIPT_NAME): any page could
# then be had under any address, and a shared cache would keep it there.
forwarder_headers = ""

# Links that mail gateways have wrapped in their own grow long; this is the most it takes.
limit_request_line = 8190

# What gunicorn itself writes and answers, in the portal's way.
logger_class = "all_portal.serving.web_server.WebLog"
worker_class = "all_portal.serving.web_server.WebWorker"
